/** These run inside the browser, one after the other on a lesson's page; each stands alone and knows nothing of this file. */

/** Takes away what only a screen can use, and opens what is closed. */
export function leaveWhatCanBePrinted(): void {
  const gone =
    '.no-print, .end, .onward, .actions, [type=hidden], script, template, [popover], form button, form .hint';
  for (const one of document.querySelectorAll(`article.lesson :is(${gone})`)) one.remove();
  for (const term of document.querySelectorAll('article.lesson button')) {
    term.replaceWith(...term.childNodes);
  }
  for (const part of document.querySelectorAll('article.lesson details')) {
    part.setAttribute('open', '');
  }
}

/** A list to choose from becomes a line to write on; what there is to choose from stands below once. */
export function turnListsIntoLines(): void {
  for (const form of document.querySelectorAll('article.lesson form')) {
    const lists = [...form.querySelectorAll('select')];
    // The first of a list asks to choose.
    const texts = lists.flatMap((list) => [...list.options].slice(1).map(({ text }) => text));
    for (const list of lists) {
      const line = document.createElement('span');
      line.className = 'book-line';
      for (const label of list.labels) label.removeAttribute('for');
      list.replaceWith(line);
    }
    // Places in an order, such as 3rd, need no list.
    if (texts.some((text) => !/^\d+\p{L}{0,3}$/u.test(text))) {
      const choices = document.createElement('p');
      choices.className = 'book-choices';
      choices.textContent = [...new Set(texts)].join('  ·  ');
      form.append(choices);
    }
    form.replaceWith(...form.childNodes);
  }
}

/** Gives every id of the lesson a prefix, so that lessons can stand in one document. */
export function prefixIds(prefix: string): void {
  const names = ['id', 'for', 'name', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
  for (const name of names) {
    for (const one of document.querySelectorAll(`article.lesson [${name}]`)) {
      const ids = one.getAttribute(name)?.split(' ') ?? [];
      one.setAttribute(name, ids.map((id) => prefix + id).join(' '));
    }
  }
  for (const link of document.querySelectorAll('article.lesson [href^="#"]')) {
    link.setAttribute('href', `#${prefix}${link.getAttribute('href')?.slice(1)}`);
  }
}

export function lessonOnPage(): { article: string; styles: string[] } {
  const article = document.querySelector('article.lesson');
  if (article === null) throw new Error('This page shows no lesson.');
  const links = [...document.querySelectorAll('link[rel=stylesheet]')];
  return {
    article: article.outerHTML,
    styles: links.map((link) => link.getAttribute('href') ?? ''),
  };
}

/** Puts a book in the place of the page that is shown. */
export function becomeBook(book: {
  title: string;
  body: string;
  styles: readonly string[];
  rules: string;
}): void {
  document.title = book.title;
  for (const href of book.styles) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  }
  const style = document.createElement('style');
  style.textContent = book.rules;
  document.head.append(style);
  document.body.innerHTML = book.body;
}
