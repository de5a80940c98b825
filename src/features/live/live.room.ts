import type { AlertReader } from '../alert/index.js';
import type { CaseReader } from '../case/index.js';
import { LiveResolver } from './live.resolver.js';

/** 订阅室 · The resolver of the subscriptions. @article none — technical */
export function assembleLive({ cases, alerts }: { readonly cases: CaseReader; readonly alerts: AlertReader }) {
  return { resolvers: [new LiveResolver(cases, alerts)] };
}
