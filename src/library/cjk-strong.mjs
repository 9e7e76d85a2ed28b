/**
 * Mends bold text that CommonMark leaves as literal asterisks when a bracket or quotation mark stands just inside them and
 * Hangul follows without a space, as in `**주민(住民)**이`.
 */
export const cjkStrong = {
  name: 'cjk-strong',
  text(node, context) {
    if (!/\*\*[^*\n]+\*\*/.test(node.value)) return;
    const pieces = node.value.split(/\*\*([^*\n]+)\*\*/).map((value, n) => {
      const text = { type: 'text', value };
      return n % 2 === 1 ? { type: 'strong', children: [text] } : text;
    });
    context.replaceNode(
      node,
      pieces.filter((piece) => piece.type === 'strong' || piece.value !== ''),
    );
  },
};
