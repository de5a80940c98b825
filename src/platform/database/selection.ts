/** 选取的字段 · One field that a caller asked for, under its response key. @article none — technical */
export interface SelectedField {
  readonly name: string;
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Empty for a leaf. */
  readonly selection: Selection;
}

/** 选取 · What a caller asked for on one type; the same object for the same unchanging document, so plans can be kept by it. */
export type Selection = readonly SelectedField[];

/** 子选取 · What was asked for below a field, all response keys together. */
export function selectedBelow(selection: Selection, ...path: readonly string[]): Selection {
  return path.reduce<Selection>(
    (current, name) => current.filter((field) => field.name === name).flatMap((field) => field.selection),
    selection,
  );
}

/** 是否选取 · Whether a field was asked for. */
export function selects(selection: Selection, name: string): boolean {
  return selection.some((field) => field.name === name);
}
