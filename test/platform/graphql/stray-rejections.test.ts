import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { catchStrayRejections } from '../../../src/platform/graphql/stray-rejections.js';

it('logs what broke and where, but no message, which may quote a person', () => {
  const source = new EventEmitter();
  const logged: unknown[] = [];
  const stop = catchStrayRejections({ error: (...line) => void logged.push(line) }, source);
  source.emit('unhandledRejection', Object.assign(new TypeError('张三 430121199001010011'), { code: 'E1' }));
  stop();
  source.emit('unhandledRejection', new Error('after'));
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).toContain('TypeError');
  expect(JSON.stringify(logged)).not.toContain('张三');
});

it('is needed: graphql-js 16 ends a process over two bad items of one list', () => {
  const script = `
    import { buildSchema, execute, parse } from 'graphql';
    const schema = buildSchema('type Query { list: [Item!] } type Item { late: Int! now: Int! }');
    const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5));
    const list = [{ late, now: 1 }, { late: 1, now: null }];
    const { errors } = await execute({ schema, document: parse('{ list { late now } }'), rootValue: { list } });
    if (process.argv[1] === 'caught') process.on('unhandledRejection', () => undefined);
    setTimeout(() => process.stdout.write(errors[0].message), 50);
  `;
  const run = (how: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script, how], { cwd: process.cwd(), encoding: 'utf8' });
  expect(run('bare').status).toBe(1);
  expect(run('caught')).toMatchObject({ status: 0, stdout: 'Cannot return null for non-nullable field Item.now.' });
});
