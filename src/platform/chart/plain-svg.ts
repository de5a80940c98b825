/**
 * 纯净 SVG · Takes out what the drawing library leaves for a page that lets a mouse move over the chart, whose names differ from one drawing to
 * the next, and tells the title to whoever cannot see it.
 *
 * @article none — technical
 */
export function plainSvg(svg: string, title: string): string {
  return svg
    .replace(/<style >[\s\S]*?<\/style>\n?/, '')
    .replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, ''))
    .replace(
      /^<svg ([^>]*)>/,
      (_, attributes: string) => `<svg role="img" ${attributes}><title>${escaped(title)}</title>`,
    );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
