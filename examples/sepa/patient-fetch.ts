import { setTimeout } from 'node:timers/promises';

const triesAtMost = 20;

/** A gateway that has too much to do has done nothing, and says when to come back. */
export async function patientFetch(url: string | URL, init?: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, init);
    if (response.status !== 503 || tries === triesAtMost) return response;
    await response.arrayBuffer();
    await setTimeout(Number(response.headers.get('Retry-After') ?? 1) * 1000);
  }
}
