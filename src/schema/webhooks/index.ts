import './webhook-queries.ts';
import './ping-webhook-endpoint.ts';
import './replay-webhooks.ts';
import './payment-webhooks.ts';
