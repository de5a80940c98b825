import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type DocumentLimits, measureDocument } from './document-limits.js';
import { scanTokens, toBadRequest } from './scan-tokens.js';
import { validateDocument } from './validate-document.js';

/** 已查文档 · A document within its limits and valid, and whether it asks about the schema. @article none — technical */
export interface KnownDocument {
  readonly document: DocumentNode;
  readonly introspects: boolean;
}

/** Documents kept; and bytes, as far as they can be guessed from text and tokens. */
const MOST_DOCUMENTS = 1000;
const MOST_BYTES = 64 * 1024 * 1024;
const BYTES_PER_TOKEN = 400;

/**
 * 文档库 · Parses, measures and validates each text once, and keeps what is good; the least used goes first.
 *
 * Apollo Server finds the documents here by the hash of their text, and so neither parses nor validates.
 *
 * @article none — technical
 */
export class DocumentStore {
  private readonly byHash = new Map<string, DocumentNode>();
  private readonly byText = new LRUCache<string, KnownDocument & { readonly hash: string; readonly bytes: number }>({
    max: MOST_DOCUMENTS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }) => bytes,
    dispose: ({ hash }) => this.byHash.delete(hash),
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: DocumentLimits,
    private readonly tellNames: boolean,
  ) {}

  /**
   * @returns the document, or why the schema refuses it
   * @throws ApiError where it is over a limit or no document at all
   */
  read(text: string): KnownDocument | readonly GraphQLError[] {
    const known = this.byText.get(text);
    if (known !== undefined) return known;

    const tokens = scanTokens(text, this.limits);
    const document = parseText(text, this.limits);
    const { introspects } = measureDocument(document, this.limits);
    const errors = validateDocument(this.schema, document, this.tellNames);
    if (errors.length > 0) return errors;

    const hash = createHash('sha256').update(text).digest('hex');
    const fresh = { document, introspects, hash, bytes: text.length * 2 + tokens * BYTES_PER_TOKEN };
    this.byText.set(text, fresh);
    this.byHash.set(hash, document);
    return fresh;
  }

  /** What Apollo Server asks: its key ends in the hash of the text. */
  readonly forApollo = {
    get: (key: string): Promise<DocumentNode | undefined> => Promise.resolve(this.byHash.get(key.slice(-64))),
    set: (): Promise<void> => Promise.resolve(),
    delete: (): Promise<boolean> => Promise.resolve(false),
  };
}

function parseText(text: string, limits: DocumentLimits): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    throw toBadRequest(error);
  }
}
