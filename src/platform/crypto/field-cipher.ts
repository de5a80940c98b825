/** 字段位置 · Where a sealed value lives; it opens nowhere else. @article none — technical */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** 字段加密 · Seals personal data a field at a time. @article none — technical */
export interface FieldCipher {
  /** What every text begins with that it seals now: the key's id, and the suite where it is not the first one. */
  readonly beginning: string;
  seal(plain: string, place: FieldPlace): string;
  /** @throws Error when the text was changed, moved to another place, or its key is not at hand */
  open(sealed: string, place: FieldPlace): string;
}

/** 盲索引 · Keyed digests for equality look-ups; one key a purpose. @article none — technical */
export interface BlindIndex {
  digest(purpose: string, value: string): string;
}
