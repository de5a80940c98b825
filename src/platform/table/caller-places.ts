import { ApiError } from '../errors/api-error.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Occupancy } from '../occupancy.js';

/** Seconds after which whoever has too much under way may try again. */
const COME_AGAIN_S = 10;

/** 名额 · How much long work one caller, and all together, may have under way in this process. @article none — technical */
export class CallerPlaces {
  private readonly underWay = new Occupancy();

  constructor(
    private readonly limits: { readonly ofOneCaller: number; readonly together: number },
    private readonly what: string,
  ) {}

  /** Takes a place; what is too much at once is refused before anything runs. @returns how it is given back @throws ApiError RATE_LIMITED */
  enter({ principal, address }: Pick<RequestContext, 'principal' | 'address'>): () => void {
    const who = principal === null ? `address ${address ?? 'none'}` : `subject ${principal.subject}`;
    if (this.underWay.of(who) >= this.limits.ofOneCaller || this.underWay.all() >= this.limits.together)
      throw new ApiError('RATE_LIMITED', `Too many ${this.what} are under way; come again when one is over.`, {
        retryAfterSeconds: COME_AGAIN_S,
      });
    this.underWay.add(who);
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.underWay.takeAway(who);
    };
  }
}
