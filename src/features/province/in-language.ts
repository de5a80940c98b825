import type { LocalizedText } from '../../domain/province/localized-text.js';

/** 语言 · Chinese unless the caller asks for English. @article none — technical */
export type Language = keyof LocalizedText;

/** 依语言取名 · The name of a thing of the configuration in a language. @article none — technical */
export function nameIn(
  { name, nameEn }: { readonly name: string; readonly nameEn: string },
  language: Language,
): string {
  return language === 'en' ? nameEn : name;
}
