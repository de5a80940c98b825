const PREFIX = 'graphiql:';

/** Shares of the window until the reader drags them: a narrow list, a wide editor, room for variables. */
const LAYOUT: Readonly<Record<string, string>> = {
  'graphiql:docExplorerFlex': '0.28',
  'graphiql:editorFlex': '1.25',
  'graphiql:secondaryEditorFlex': '1.6',
};

const ownKeys = (): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));

/**
 * GraphiQL keeps operations, variables and history; those hold names and ID numbers here, so they go into the tab's
 * sessionStorage and are gone with it. localStorage would leave them on an office computer for whoever comes next.
 */
export const pageStorage = {
  getItem: (key: string): string | null => sessionStorage.getItem(key) ?? LAYOUT[key] ?? null,
  setItem: (key: string, value: string): void => sessionStorage.setItem(key, value),
  removeItem: (key: string): void => sessionStorage.removeItem(key),
  clear: (): void => {
    for (const key of ownKeys()) sessionStorage.removeItem(key);
  },
  get length(): number {
    return ownKeys().length;
  },
};

/** 会话值 · One named value of this tab: the token, the language. */
export function sessionValue(name: string): { read(): string; write(value: string): void } {
  const key = `holdline:${name}`;
  return {
    read: () => sessionStorage.getItem(key) ?? '',
    write: (value) => (value === '' ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value)),
  };
}
