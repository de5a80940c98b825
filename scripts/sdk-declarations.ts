import { join } from 'node:path';
import ts from 'typescript';

/** 工具包的门 · What a module may import. */
const DOOR = 'src/province-sdk/index.ts';

/** 字段 · A field of a type of the kit, as its docstring tells it. @article none — technical */
export interface DeclaredField {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly text: string;
}

/** 导出 · Something that the kit gives to modules, as its docstring tells it. @article none — technical */
export interface Declared {
  readonly name: string;
  readonly kind: 'function' | 'type' | 'value';
  /** Path in the repository, with slashes. */
  readonly file: string;
  /** Chinese term that the docstring begins with. */
  readonly term: string;
  /** The rest of the docstring, a paragraph each. */
  readonly paragraphs: readonly string[];
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  /** How a function is called; null for the rest. */
  readonly signature: string | null;
  /** Of a type that is written as an object. */
  readonly fields: readonly DeclaredField[];
}

/**
 * 工具包导出 · Everything that `#province-sdk` exports, in the order of its door.
 *
 * @article none — technical
 */
export function sdkDeclarations(root: string): Declared[] {
  const program = ts.createProgram([join(root, DOOR)], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    strict: true,
    types: ['node'],
  });
  const checker = program.getTypeChecker();
  const door = program.getSourceFile(join(root, DOOR))!;
  return checker.getExportsOfModule(checker.getSymbolAtLocation(door)!).flatMap((exported): Declared[] => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = symbol.declarations?.[0];
    if (declaration === undefined) return [];
    const file = declaration.getSourceFile().fileName.slice(root.length).replace(/^\//, '');
    return [{ name: exported.name, file, ...docstringOf(symbol, checker), ...shapeOf(symbol, declaration, checker) }];
  });
}

const PRINTED = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

function docstringOf(symbol: ts.Symbol, checker: ts.TypeChecker): Pick<Declared, 'term' | 'paragraphs' | 'tags'> {
  const whole = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const [, term = '', rest = whole] = /^(?:R\d\d\s+)?([^·\n]+?)\s+·\s*([\s\S]*)$/.exec(whole) ?? [];
  const tags = symbol.getJsDocTags(checker).map(({ name, text }) => ({ name, text: ts.displayPartsToString(text) }));
  const paragraphs = rest.split(/\n\s*\n/).map((one) => one.replace(/\s*\n\s*/g, ' ').trim());
  return {
    term: rest === whole && term === '' ? whole.trim() : term,
    paragraphs: rest === whole ? [] : paragraphs,
    tags,
  };
}

function shapeOf(
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  checker: ts.TypeChecker,
): Pick<Declared, 'kind' | 'signature' | 'fields'> {
  if (symbol.flags & ts.SymbolFlags.Function) {
    const [called] = checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures();
    const signature = checker.signatureToString(called!, declaration, PRINTED);
    return { kind: 'function', signature: `${symbol.name}${signature}`, fields: [] };
  }
  if (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))
    return { kind: 'type', signature: null, fields: fieldsOf(checker.getDeclaredTypeOfSymbol(symbol), checker) };
  return { kind: 'value', signature: null, fields: [] };
}

function fieldsOf(type: ts.Type, checker: ts.TypeChecker): DeclaredField[] {
  if (type.isUnion() || !(type.flags & ts.TypeFlags.Object || type.isIntersection())) return [];
  return checker.getPropertiesOfType(type).map((field) => ({
    name: field.name,
    type: writtenType(field, checker),
    optional: (field.flags & ts.SymbolFlags.Optional) !== 0,
    text: ts.displayPartsToString(field.getDocumentationComment(checker)).replace(/\s*\n\s*/g, ' '),
  }));
}

/** The type as its author wrote it: shorter than what it comes to. */
function writtenType(field: ts.Symbol, checker: ts.TypeChecker): string {
  const [declaration] = field.declarations ?? [];
  const written =
    declaration !== undefined && ts.isPropertySignature(declaration) ? declaration.type?.getText() : undefined;
  return (written ?? checker.typeToString(checker.getTypeOfSymbol(field))).replace(/\s+/g, ' ');
}
