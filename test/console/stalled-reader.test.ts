import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import express, { Router } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addExportRoutes } from '../../src/console/exports/export-routes.ts';
import type { Shared } from '../../src/console/shared.ts';
import { openVisitor } from '../../src/kernel/caller.ts';
import { createOpenExports, exportsPerPerson } from '../../src/modules/exports/open-exports.ts';
import { type Serving, serving } from '../support/http/serving.ts';

const stalledMs = 900;

describe('an export whose reader takes nothing', () => {
  let server: Serving;
  let socket: Socket;
  let ended: { readonly code?: unknown }[] = [];
  let open = createOpenExports();
  let pages = 0;

  beforeEach(async () => {
    [ended, open, pages] = [[], createOpenExports(), 0];
    const router = Router();
    const shared = {
      ...{ services: { console: () => ({ oidc: null, local: null }) }, isOpen: () => true, visitor: () => openVisitor },
      ...{ noteCaller: () => undefined, languageOf: () => 'fr', logger: { error: () => undefined } },
      startExport: async () => {
        const leave = open.take('someone');
        return {
          ...{ fileName: 'a.csv', type: 'text/csv' },
          text: endless(() => pages++),
          end: async (fault: unknown) => {
            leave();
            ended.push(Object(fault) as { code?: unknown });
            return 'ABORTED';
          },
        };
      },
    } as unknown as Shared;
    addExportRoutes(router, shared, stalledMs);
    server = await serving(createServer(express().use('/console', router)));
    socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET /console/exports/payments HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n\r\n');
  });
  afterEach(async () => {
    socket.destroy();
    await server.close();
  });

  async function* endless(onPage: () => void): AsyncGenerator<string> {
    for (;;) {
      onPage();
      yield 'x'.repeat(64 * 1024);
    }
  }

  it('is ended, says why, and leaves its place to another', async () => {
    socket.pause();
    await expect.poll(() => ended.map(({ code }) => code)).toEqual(['READER_STALLED']);
    for (let place = 0; place < exportsPerPerson; place++) open.take('someone');
  });

  it('goes on for a reader that is slow and takes something', async () => {
    for (let turn = 0; turn < 8; turn++) {
      socket.resume();
      await new Promise((resolve) => setTimeout(resolve, 20));
      socket.pause();
      await new Promise((resolve) => setTimeout(resolve, stalledMs / 3));
    }
    expect(ended).toEqual([]);
    expect(pages).toBeGreaterThan(8);
  });
});
