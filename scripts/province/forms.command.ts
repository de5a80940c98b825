import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import type { LoadedProvince } from '../../src/domain/province/province-config.js';
import { type CommandContext, writeJson } from './command-output.js';
import { findProvince, loadKnown } from './known-modules.js';

/** 附加表单 · What a step of a province asks for beside the national fields, as JSON Schema. @article 5.4 */
export interface ExtraForm {
  readonly province: string;
  readonly procedure: string;
  readonly step: string;
  readonly from: CalendarDate;
  readonly county: string | null;
  readonly schema: unknown;
}

/** 附加表单 · `forms [province|dir]`: the extra forms as JSON Schema, one document. @article 5.4 */
export async function printForms(context: CommandContext, word: string | null): Promise<number> {
  const provinces = word === null ? ownModules(await loadKnown(context)) : [await findProvince(context, word)];
  writeJson(context.output, provinces.flatMap(formsOf));
  return 0;
}

/** 表单清单 · Every extra form of a province, past entries included. @article 5.4 */
export function formsOf({ code, config }: LoadedProvince): ExtraForm[] {
  return config.procedures.flatMap(({ from, county, value }) =>
    value.steps
      .filter((step) => step.extraForm !== null)
      .map((step) => ({
        province: code,
        procedure: value.kind,
        step: step.code,
        from,
        county,
        schema: step.extraForm,
      })),
  );
}

function ownModules({ provinces }: { readonly provinces: ReadonlyMap<string, LoadedProvince> }): LoadedProvince[] {
  return [...provinces.values()].filter(({ servedByBaseline }) => !servedByBaseline);
}
