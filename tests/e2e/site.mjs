// The console as a portal hosts it: static files under a path, with the strictest policy that it runs under.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** Where the portal keeps the console. */
const PATH = '/portal/flow/';

/** What the portal passes on to somewhere else, as the addresses in `config.json` may need it. */
const PROXY = '/portal/proxy/';

const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What files of a release are, by their endings. */
export const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves the release on a free port. `behind` is the origin that the portal's proxy leads to. */
export async function serveSite(behind) {
  let config = null;
  let revise = (_, body) => body;

  const readPage = (name) =>
    name === 'config.json' && config !== null ? config : readFile(join(process.env.DIST, name));

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    if (pathname.startsWith(PROXY)) {
      await passOn(request, response, behind, revise);
      return;
    }
    try {
      const name = nameOf(pathname);
      const content = await readPage(name);
      response.writeHead(200, {
        'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
        'Content-Security-Policy': SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cache-Control': 'no-cache',
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: `${origin}${PATH}`,

    /** Puts another `config.json` beside the page; `null` puts the release's own back. */
    configure(text) {
      config = text;
    },

    /** What the portal's proxy makes of an answer: its path and its body in, another body out. */
    reviseAnswers(change) {
      revise = change ?? ((_, body) => body);
    },

    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The file behind an address; throws where there is none. */
function nameOf(pathname) {
  const name = pathname.startsWith(PATH) ? pathname.slice(PATH.length) || 'index.html' : '';
  if (!/^[\w.-]+$/.test(name)) throw new Error(`There is no ${pathname}.`);
  return name;
}

async function passOn(request, response, behind, revise) {
  const chunks = await request.toArray();
  const { host, connection, origin, 'content-length': length, ...headers } = request.headers;
  const answer = await fetch(`${behind}/${request.url.slice(PROXY.length)}`, {
    method: request.method,
    headers,
    body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
  });
  response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' });
  response.end(revise(request.url, await answer.text()));
}
