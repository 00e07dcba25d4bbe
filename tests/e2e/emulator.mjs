// The emulator as a server: Flow Service and its inlets, at an address of their own.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts one on a free port. Its world is empty. Without a journal, nobody can tell what was asked of it. */
export async function startEmulator({ keepsJournal = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'flow-console-'));
  const journalFile = join(folder, 'journal');
  const emulator = spawn(
    process.env.EMULATOR,
    ['--listen', '127.0.0.1:0', '--seed', '7', ...(keepsJournal ? ['--journal', journalFile] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const origin = await new Promise((resolve, reject) => {
    emulator.once('error', reject);
    emulator.once('exit', (code) => reject(new Error(`The emulator ended with ${code}.`)));
    createInterface({ input: emulator.stdout }).on('line', (line) => {
      const address = line.match(/listening on (\S+)/)?.[1];
      if (address) resolve(address);
    });
  });

  const control = async (method, path, body) => {
    const answer = await fetch(`${origin}/emulator/${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  };

  return {
    origin,
    flowServiceUrl: `${origin}/data/foundation/flowservice`,

    /** An empty world again, with no faults. */
    reset: () => control('POST', 'reset'),

    /** Switches faults; those that are not named go off. */
    switchFaults: (faults) => control('PUT', 'faults', faults),

    /** Notes from now on which records are accepted, by a member of theirs. */
    noteReceived: (key) => control('PUT', 'received', { key }),

    /** What was noted of an inlet. */
    received: (inletId) => control('GET', `received?inlet=${inletId}`),

    /** Switches a flow off or on. */
    switchFlow: (id, enabled) => control('PUT', 'flow', { id, enabled }),

    /** What is stored where. */
    state: () => control('GET', 'state'),

    /** How long the journal is, to be given to `requestsSince`. */
    mark: () => statSync(journalFile, { throwIfNoEntry: false })?.size ?? 0,

    /** Every request since then, in its order. */
    requestsSince: (mark) =>
      readFileSync(journalFile)
        .subarray(mark)
        .toString('utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),

    stop() {
      emulator.removeAllListeners('exit');
      emulator.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
