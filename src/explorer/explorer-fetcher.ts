import { type ExecutionResult, getOperationAST, parse } from 'graphql';
import { type Operation, operationSender, type Sending } from './send-operation.js';
import { subscriptionSender } from './send-subscription.js';

/** Whether a document asks for a subscription; one that cannot be read is left to the server to explain. */
function asksForEvents({ query, operationName }: Operation): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription';
  } catch {
    return false;
  }
}

/**
 * 取数函数 · Makes GraphiQL's fetcher: subscriptions go over a WebSocket, the rest by POST.
 *
 * @article none — technical
 */
export function explorerFetcher(
  sending: Sending,
): (operation: Operation) => Promise<ExecutionResult> | AsyncIterableIterator<ExecutionResult> {
  const [send, subscribe] = [operationSender(sending), subscriptionSender(sending)];
  return (operation) => (asksForEvents(operation) ? subscribe(operation) : send(operation));
}
