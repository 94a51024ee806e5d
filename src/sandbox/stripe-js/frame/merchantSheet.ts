const merchantSheet = new CSSStyleSheet();
document.adoptedStyleSheets = [merchantSheet];

/** Takes everything the merchant has styled away again. */
export function clearRules(): void {
  merchantSheet.replaceSync('');
}

/** Adds an empty rule and gives its declarations, so that no value can end the rule and begin another. */
export function addRule(selector: string): CSSStyleDeclaration | undefined {
  const index = merchantSheet.insertRule(`${selector}{}`, merchantSheet.cssRules.length);
  const rule = merchantSheet.cssRules[index];
  return rule instanceof CSSStyleRule ? rule.style : undefined;
}

function toPropertyNames(name: string): string[] {
  if (name === 'fontSmoothing') return ['-webkit-font-smoothing', '-moz-osx-font-smoothing'];
  return [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
}

/** Adds a rule with these properties, named as in JavaScript; what is neither text nor a number is left out. */
export function declare(selector: string, properties: object): void {
  const style = addRule(selector);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    for (const property of toPropertyNames(name)) style?.setProperty(property, String(value));
  }
}
