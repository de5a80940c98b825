/** 双语文本 · The same sentence or name in Chinese and English. @article none — technical */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}
