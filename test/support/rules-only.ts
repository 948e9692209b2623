import childProcess, { ChildProcess } from 'node:child_process';
import dgram from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { DatabaseSync } from 'node:sqlite';

/**
 * For each file of the project `unit`: a test that opens a port, a process or a database fails. So this project stays
 * quick. A test that needs one of them belongs in a file that is not named `*.unit.test.ts`.
 */
const refuse = (what: string) =>
  function refused(): never {
    throw new Error(`A unit test opens ${what}. Take \`.unit\` out of the name of its file.`);
  };

const connection = refuse('a connection');
net.Socket.prototype.connect = connection;
dgram.Socket.prototype.connect = connection;
dgram.Socket.prototype.send = connection;

const port = refuse('a port');
net.Server.prototype.listen = port;
dgram.Socket.prototype.bind = port;

const childOf = refuse('a process');
Object.assign(ChildProcess.prototype, { spawn: childOf });
Object.assign(childProcess, { spawnSync: childOf, execSync: childOf, execFileSync: childOf });

const database = refuse('a database');
Object.assign(DatabaseSync.prototype, { open: database, exec: database, prepare: database });

syncBuiltinESMExports();
