import { derivedOf } from '../../domain/statistics/catalogue/derived.js';
import { CATALOGUES } from '../../domain/statistics/catalogues.js';
import { notSummedOver, type StatSubject } from '../../domain/statistics/definition.js';
import type { StatDefinition } from './stat-enums.graphql.js';

/** 统计口径 · Dimensions, measures and what is derived of them, of a subject, or of all, in the order of the catalogue. @article 5.2 */
export function definitionsOf(subject: StatSubject | null): StatDefinition[] {
  return CATALOGUES.filter((one) => subject === null || one.subject === subject).flatMap((catalogue) => [
    ...catalogue.dimensions.map(({ name, term, how, article, overlapping }) => ({
      subject: catalogue.subject,
      name,
      dimension: true,
      kind: 'DIMENSION' as const,
      termZh: term.zh,
      termEn: term.en,
      definition: how,
      article,
      unit: null,
      fold: null,
      overlapping,
      notSummedOver: [],
    })),
    ...catalogue.measures.map((one) => ({
      subject: catalogue.subject,
      name: one.name,
      dimension: false,
      kind: 'MEASURE' as const,
      termZh: one.term.zh,
      termEn: one.term.en,
      definition: one.how,
      article: one.article,
      unit: one.unit,
      fold: one.fold,
      overlapping: false,
      notSummedOver: notSummedOver(catalogue, one),
    })),
    ...derivedOf(catalogue.subject).map(({ name, term, how, article }) => ({
      subject: catalogue.subject,
      name,
      dimension: false,
      kind: 'DERIVED' as const,
      termZh: term.zh,
      termEn: term.en,
      definition: how,
      article,
      unit: null,
      fold: null,
      overlapping: false,
      notSummedOver: [],
    })),
  ]);
}
