/** 画室 · What runs in the worker thread that draws; it crosses over as text, so the function stands by itself. */

/** 画图任务 · What the drawing library is told, and the picture's size. Plain data: it crosses over by copy. @article none — technical */
export interface DrawingOrder {
  readonly option: object;
  readonly width: number;
  readonly height: number;
  /** Null: SVG. Otherwise PNG with so many pixels for one. */
  readonly scale: number | null;
}

/** 图画 · What came of it. @article none — technical */
export type Drawing = { readonly picture: string | Uint8Array } | { readonly fault: string };

interface Port {
  on(event: 'message', take: (order: DrawingOrder) => void): void;
  postMessage(drawing: Drawing): void;
}

interface Chart {
  setOption(option: object): void;
  renderToSVGString(): string;
  dispose(): void;
}

/** 画室所需 · What the room finds in it. @article none — technical */
export interface RoomParts {
  readonly port: Port;
  readonly echarts: { init(dom: null, theme: null, options: object): Chart };
  readonly resvg: { Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } } };
  /** The one font that there is: nothing of the machine's, so that a picture is the same everywhere. */
  readonly font: { readonly file: string; readonly family: string };
}

/**
 * 画室 · Draws what is ordered, one after the other.
 *
 * @article none — technical
 */
export function serveDrawings({ port, echarts, resvg, font }: RoomParts): void {
  port.on('message', ({ option, width, height, scale }) => {
    try {
      const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
      chart.setOption(option);
      const svg = chart.renderToSVGString();
      chart.dispose();
      if (scale === null) return port.postMessage({ picture: svg });
      const fonts = { loadSystemFonts: false, fontFiles: [font.file], defaultFontFamily: font.family };
      const settings = { fitTo: { mode: 'zoom', value: scale }, font: fonts, logLevel: 'off' };
      return port.postMessage({ picture: new resvg.Resvg(svg, settings).render().asPng() });
    } catch (error) {
      return port.postMessage({ fault: String((error as Error).stack) });
    }
  });
}
