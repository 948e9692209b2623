import { fork, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, it } from 'vitest';

describe('a unit test', () => {
  it('opens no port', () => {
    expect(() => createServer().listen(0)).toThrow('A unit test opens a port.');
  });

  it('calls no other program', async () => {
    const cause = expect.objectContaining({ message: expect.stringContaining('A unit test opens a connection.') });
    await expect(fetch('http://127.0.0.1:54321')).rejects.toMatchObject({ cause });
  });

  it('starts no process', () => {
    expect(() => fork('program.ts')).toThrow('A unit test opens a process.');
    expect(() => spawnSync('true')).toThrow('A unit test opens a process.');
  });

  it('opens no database', async () => {
    expect(() => new DatabaseSync(':memory:').prepare('SELECT 1')).toThrow('A unit test opens a database.');
    await expect(new pg.Client('postgres://127.0.0.1/x').connect()).rejects.toThrow('A unit test opens a connection.');
  });
});
