import type { SegmentWords } from '../../domain/segment/check-segment.js';
import type { SegmentToChange, SegmentToDefine } from './segment-entry.js';

const WORDS = ['name', 'nameEn', 'definition', 'definitionEn'] as const;

/** 改动的文字 · Which texts change; what they say stays in the row. */
export function changedWords(set: Partial<SegmentWords>): string[] | undefined {
  const changed = WORDS.filter((field) => set[field] !== undefined);
  return changed.length === 0 ? undefined : changed;
}

/** 完整文字 · The texts of a segment that is defined. */
export function wordsOf({ name, nameEn = null, definition, definitionEn = null }: SegmentToDefine): SegmentWords {
  return {
    name: name.trim(),
    nameEn: nameEn?.trim() ?? null,
    definition: definition.trim(),
    definitionEn: definitionEn?.trim() ?? null,
  };
}

/** 给出的文字 · The texts that are given; English ones may be taken away by null. */
export function wordsGiven(input: SegmentToChange): Partial<SegmentWords> {
  const given = WORDS.map((field) => [field, input[field]] as const).filter(
    ([field, text]) => text !== undefined && (text !== null || field.endsWith('En')),
  );
  return Object.fromEntries(given.map(([field, text]) => [field, text?.trim() ?? null]));
}
