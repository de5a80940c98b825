import { registerEnumType } from 'type-graphql';
import { catalogueOf } from '../../domain/statistics/catalogues.js';
import { describeDefinition, type StatSubject } from '../../domain/statistics/definition.js';
import type { EnumObject } from '../../platform/graphql/described-enum.js';

/** The measures of a subject as words of an enum: `perCapitaMean` is PER_CAPITA_MEAN. */
function figureEnum(name: string, about: string, subject: StatSubject): EnumObject<string> {
  const { measures } = catalogueOf(subject);
  const words = measures.map((measure) => ({ word: wordOf(measure.name), measure }));
  const object = Object.fromEntries(words.map(({ word, measure }) => [word, measure.name]));
  registerEnumType(object, {
    name,
    description: about,
    valuesConfig: Object.fromEntries(
      words.map(({ word, measure }) => [word, { description: describeDefinition(measure) }]),
    ),
  });
  return object;
}

const wordOf = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();

/** 各对象的指标 · Of what of each subject a share or a change is asked for. @article 5.2 */
export const FIGURE_ENUMS: Readonly<Record<StatSubject, EnumObject<string>>> = {
  HOUSEHOLDS: figureEnum('HouseholdFigure', 'A measure of households (农户指标) (art. 2.1).', 'HOUSEHOLDS'),
  CASES: figureEnum('CaseFigure', 'A measure of monitoring cases (监测对象指标) (art. 3.2).', 'CASES'),
  MEASURES: figureEnum('MeasureFigure', 'A measure of support measures (帮扶措施指标) (art. 4.1).', 'MEASURES'),
  ALERTS: figureEnum('AlertFigure', "A measure of departments' alerts (部门预警指标) (art. 3.1).", 'ALERTS'),
};
