import type { IncomingMessage } from 'node:http';

/** 请求内容 · The bytes of a body, or why there are none. @article none — technical */
export type BodyBytes = Buffer | 'too-large' | 'gone';

/**
 * 读内容 · Reads a body into memory, up to a limit; what is over it is left to whoever answers.
 *
 * @article none — technical
 */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<BodyBytes> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (bytes: BodyBytes): void => {
      request.off('data', take).off('end', whole).off('close', gone).off('error', gone);
      request.on('error', () => undefined);
      resolve(bytes);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limitBytes) settle('too-large');
      else chunks.push(chunk);
    };
    const whole = (): void => settle(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size));
    const gone = (): void => settle('gone');
    request.on('data', take).on('end', whole).on('close', gone).on('error', gone);
  });
}
