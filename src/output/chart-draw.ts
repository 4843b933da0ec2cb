/**
 * The home of the drawing library. It works out axes, stacks and paths; what it made is written here, element by element, from a
 * short list of tags and attributes: every text is escaped, colours become classes of the page's style, and its own ids and counters
 * stay behind, so that the same chart is the same bytes.
 */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Html, html, NOTHING } from './html-escape.js';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** What draws a chart: the inside of an SVG of this size. */
export type Draw = (option: EChartsCoreOption, width: number, height: number) => Html;

/** What the library's SVG painter hands out: `renderToVNode` of zrender 6. */
interface Node {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
  readonly text?: string;
}

const TAGS = new Set(['g', 'path', 'text', 'rect', 'line', 'polyline', 'polygon', 'circle']);
const ATTRIBUTES = new Set(
  'd points x y x1 y1 x2 y2 width height cx cy r transform text-anchor dominant-baseline stroke-width stroke-dasharray stroke-linejoin stroke-linecap'.split(
    ' ',
  ),
);

export function draw(option: EChartsCoreOption, width: number, height: number): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    const { painter } = chart.getZr() as unknown as { painter: { renderToVNode(options: { compress: boolean }): Node } };
    return inner(painter.renderToVNode({ compress: true }).children ?? []);
  } finally {
    // It keeps timers otherwise, and the process alive.
    chart.dispose();
  }
}

function inner(nodes: readonly Node[]): Html {
  return { html: nodes.map((node) => element(node).html).join('') };
}

function element({ tag, attrs, children, text }: Node): Html {
  if (!TAGS.has(tag) || isUnseen(attrs, text)) return NOTHING;
  const plain = Object.entries(attrs).flatMap(([name, value]) =>
    ATTRIBUTES.has(name) && isSaid(value) ? [attribute(name, String(value))] : [],
  );
  const classes = [colorClass('f', attrs.fill), colorClass('s', attrs.stroke)].filter((name) => name !== '').join(' ');
  const styled = classes === '' ? NOTHING : attribute('class', classes);
  const name = { html: tag };
  return html`<${name}${{ html: plain.map((each) => each.html).join('') }}${styled}>${text ?? ''}${inner(children ?? [])}</${name}>`;
}

function attribute(name: string, value: string): Html {
  return html` ${{ html: name }}="${value}"`;
}

function isSaid(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** The background, and the pieces that bars stand on. */
function isUnseen(attrs: Node['attrs'], text: string | undefined): boolean {
  return text === undefined && attrs.fill === 'none' && (attrs.stroke === undefined || attrs.stroke === 'none');
}

/** A colour is a name (chart-options.ts); what has none is not filled. */
function colorClass(prefix: string, color: unknown): string {
  if (color === undefined) return '';
  return `${prefix}-${typeof color === 'string' && /^[a-z]+\d?$/.test(color) ? color : 'ink'}`;
}
