namespace RenkeiBot.BrowserTests;

/// <summary>WCAG 2.2, success criterion 1.4.3: text has a contrast of at least 4.5:1 to its ground.</summary>
internal static class Contrast
{
    /// <summary>Lists the texts of the page that are hard to read, with their ratio.</summary>
    public const string Script = """
        () => {
          const parse = (color) => { const n = color.match(/[\d.]+/g).map(Number); return { rgb: n.slice(0, 3), alpha: n[3] ?? 1 }; };
          const light = (rgb) => {
            const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const { rgb, alpha } = parse(getComputedStyle(e).backgroundColor);
              if (alpha === 1) return rgb;
            }
            return [255, 255, 255];
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const hard = [];
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || element.closest('.visually-hidden, noscript, [hidden]') || element.matches(':disabled')) continue;
            const [a, b] = [light(parse(getComputedStyle(element).color).rgb), light(ground(element))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) hard.push(`${ratio.toFixed(2)} ${walker.currentNode.data.trim().slice(0, 40)}`);
          }
          return hard;
        }
        """;
}
