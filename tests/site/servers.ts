/** Real web servers with the configuration that a build writes for them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The servers that a machine may have. */
export const serverNames = ['nginx', 'caddy'] as const;
export type ServerName = (typeof serverNames)[number];

/** Path of a server, or of what asks one, on this machine; undefined where it is not installed. */
export function findServer(name: ServerName | 'wrk'): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

const isRoot = process.getuid?.() === 0;

const configurations: Record<ServerName, (root: string, hosts: string, port: number) => string> = {
  nginx: (root, hosts, port) => `
${isRoot ? 'user root;' : ''}
daemon off;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include /etc/nginx/mime.types;
  include ${hosts}/nginx/maps.conf;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${hosts}/nginx/server.conf;
  }
}`,
  caddy: (root, hosts, port) => `
{
	admin off
	auto_https off
}
import ${hosts}/caddy/micromile.caddy
http://127.0.0.1:${port} {
	import micromile ${root}
}`,
};

/**
 * Starts a server and waits until it answers.
 * @param root absolute path of the folder of the host
 * @param hosts absolute path of the folder of configurations that belongs to the site
 * @throws {Error} with what it printed when it does not
 */
export async function startServer(
  name: ServerName,
  root: string,
  hosts: string,
  port: number,
): Promise<ChildProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  const file = path.join(folder, name === 'nginx' ? 'nginx.conf' : 'Caddyfile');
  writeFileSync(file, configurations[name](root, hosts, port));
  const words =
    name === 'nginx'
      ? ['-p', folder, '-c', file]
      : ['run', '--config', file, '--adapter', 'caddyfile'];
  const server = spawn(findServer(name) ?? name, words, {
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let output = '';
  server.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
    if ((await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)) !== undefined)
      return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`${name} did not start: ${output}`);
}
