import { ApiError } from '../errors/api-error.js';

/**
 * 不成表 · A query that no table can be made of; answered with 406 and BAD_USER_INPUT, saying what would do.
 *
 * @article none — technical
 */
export class NoTable extends ApiError {
  constructor(message: string) {
    super('BAD_USER_INPUT', message);
    this.name = 'NoTable';
  }
}
