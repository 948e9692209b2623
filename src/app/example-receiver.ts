import { connect } from 'node:net';
import type { WebhookEndpoint } from '../modules/webhooks/webhook.ts';

/** The endpoint of the example of a receiver. Messages are queued for it only while it listens. */
export type ExampleReceiver = {
  readonly endpoint: WebhookEndpoint;
  /** Now. */
  readonly isListening: () => boolean;
  /** Since the start: messages may wait for it. */
  readonly wasSeen: () => boolean;
  readonly close: () => void;
};

const everyMs = 1000;

/** Looks once a second whether the port of the endpoint is taken, so that nothing waits for a receiver that never runs. */
export function watchExampleReceiver(endpoint: WebhookEndpoint): ExampleReceiver {
  const { hostname: host, port } = new URL(endpoint.url);
  let isListening = false;
  let wasSeen = false;
  const look = (): void => {
    const socket = connect({ host, port: Number(port), timeout: everyMs });
    const found = (answer: boolean) => (): void => {
      socket.destroy();
      isListening = answer;
      wasSeen ||= answer;
    };
    socket.once('connect', found(true)).once('error', found(false)).once('timeout', found(false));
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    endpoint,
    isListening: () => isListening,
    wasSeen: () => wasSeen,
    close: () => clearInterval(timer),
  };
}
