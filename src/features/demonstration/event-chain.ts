import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type ChainHead, nextLink } from '../audit/append-audit.js';
import type { Office } from './office.js';
import type { RegisterRows } from './register-rows.js';
import type { SeededRandom } from './seeded-random.js';

/** 入链事件 · What one act says of itself. @article 5.3 */
export interface ChainEvent {
  readonly action: string;
  readonly occurredOn: CalendarDate;
  readonly change: Readonly<Record<string, unknown>>;
  readonly office: Office;
  /** Instant of the entry, RFC 3339. */
  readonly at: string;
}

/** 审计链 · The chain of one subject as it grows, linked as the product links it. @article 5.3 */
export class EventChain {
  #head: ChainHead;

  constructor(
    subject: Omit<ChainHead, 'sequence' | 'hash'>,
    private readonly rows: RegisterRows,
    private readonly random: SeededRandom,
  ) {
    this.#head = { ...subject, sequence: 0, hash: null };
  }

  /** 接链 · Adds an event. */
  add({ action, occurredOn, change, office, at }: ChainEvent): void {
    const { actor, role } = office;
    const link = nextLink(this.#head, {
      action,
      occurredOn,
      change,
      actor,
      role,
      at: new Date(at),
      requestId: 'demonstration',
    });
    this.rows.auditEvent.push({ ...link, id: this.random.uuid(at) });
    this.#head = { ...this.#head, sequence: link.sequence, hash: link.hash };
  }

  /** 链头 · What the subject's row keeps. */
  get head(): { readonly auditSequence: number; readonly auditHash: string | null } {
    return { auditSequence: this.#head.sequence, auditHash: this.#head.hash };
  }
}
