export type Tables = {
  readonly webhook_deliveries: WebhookDeliveryRow;
  readonly webhook_attempts: WebhookAttemptRow;
  readonly webhook_endpoints: WebhookEndpointRow;
};

export type WebhookDeliveryRow = {
  readonly id: string;
  readonly client: string;
  readonly endpoint: string;
  readonly subject: string;
  readonly sequence: number;
  readonly event_id: string;
  readonly type: string;
  readonly body: string;
  readonly status: string;
  readonly attempts: number;
  readonly tries: number;
  readonly created_at: number;
  readonly next_attempt_at: number | null;
  readonly claimed_until: number | null;
  readonly expires_at: number | null;
  readonly settled_at: number | null;
};

export type WebhookAttemptRow = {
  readonly delivery_id: string;
  readonly number: number;
  readonly at: number;
  readonly outcome: string;
  readonly status_code: number | null;
  readonly detail: string | null;
  readonly duration_ms: number | null;
};

export type WebhookEndpointRow = {
  readonly client: string;
  readonly endpoint: string;
  readonly last_success_at: number | null;
  readonly last_failure_at: number | null;
  readonly failing_since: number | null;
  readonly failures_in_a_row: number;
  readonly paused_until: number | null;
  readonly gone_url_digest: string | null;
};

export const webhookDeliveryColumns = [
  'id',
  'client',
  'endpoint',
  'subject',
  'sequence',
  'event_id',
  'type',
  'body',
  'status',
  'attempts',
  'tries',
  'created_at',
  'next_attempt_at',
  'claimed_until',
  'expires_at',
  'settled_at',
] as const satisfies readonly (keyof WebhookDeliveryRow)[];

export const webhookAttemptColumns = [
  'delivery_id',
  'number',
  'at',
  'outcome',
  'status_code',
  'detail',
  'duration_ms',
] as const satisfies readonly (keyof WebhookAttemptRow)[];

export const webhookHealthColumns = [
  'last_success_at',
  'last_failure_at',
  'failing_since',
  'failures_in_a_row',
  'paused_until',
  'gone_url_digest',
] as const satisfies readonly (keyof WebhookEndpointRow)[];
