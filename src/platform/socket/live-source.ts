import type { RequestContext } from '../graphql/request-context.js';

/** 事件 · That something changed: where, and which row; what it says is read for each subscriber by itself. @article none — technical */
export interface LiveEvent {
  readonly county: string;
  readonly id: string;
  /** Set by the resolver where the subscriber may not see the row (any more): nothing is sent. */
  gone?: boolean;
}

/** 收听 · One subscription that is open. */
export interface Listening {
  close(): void;
}

/** 事件来源 · Where the events of a subscription come from. @article none — technical */
export interface LiveSource {
  /**
   * @param field  of the type Subscription
   * @param deliver  called for each event within the caller's reach
   * @throws ApiError UNAUTHENTICATED, FORBIDDEN
   */
  open(
    context: RequestContext,
    field: string,
    args: Readonly<Record<string, unknown>>,
    deliver: (event: LiveEvent) => void,
  ): Promise<Listening>;
  stop(): Promise<void>;
}
