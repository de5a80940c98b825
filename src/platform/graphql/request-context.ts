import type { Caller } from '../auth/caller.js';

/** 请求上下文 · What every resolver gets: who asks, which day it is, one request's loaders. @article none — technical */
export interface RequestContext extends Caller {
  readonly language: 'zh' | 'en';
  /** One dataloader a key, made on first use, gone with the request. */
  readonly loaders: Map<unknown, unknown>;
  /** Kept for the whole request, in whichever of the caller's reaches a field is read: counts and notes, never what was read. */
  readonly shared?: Map<unknown, unknown>;
}
