import { Blocks } from '../components/scenario/Blocks.tsx';
import type { PlayerView, PlayerWords } from '../components/scenario/player-view.ts';

type Props = { readonly view: PlayerView; readonly words: PlayerWords };

/** The clock, what was decided, and what the world did meanwhile. */
export function Changes({ view, words }: Props) {
  return (
    <>
      <div className="clock">
        <ClockFace hands={view.hands} />
        <p>
          <span className="clock-label">{words.clock}</span>{' '}
          <span className="clock-time number">{view.clock}</span>
          {view.passed !== null && <span className="clock-passed">{view.passed}</span>}
        </p>
      </div>
      {view.chosen !== null && <p className="decided">{view.chosen}</p>}
      {view.events.length > 0 && (
        <section className="meanwhile">
          <h2>{words.meanwhile}</h2>
          {view.events.map(({ at, heading, blocks }) => (
            <div className="event" key={`${at} ${heading}`}>
              <h3>
                <span className="number">{at}</span> {heading}
              </h3>
              <Blocks blocks={blocks} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

/** The simulated time as a picture; the words beside it say the same. */
function ClockFace({ hands }: Pick<PlayerView, 'hands'>) {
  return (
    <svg className="clock-face" viewBox="-20 -20 40 40" aria-hidden="true" focusable="false">
      <circle r="18" />
      {[0, 90, 180, 270].map((turn) => (
        <line className="hour-mark" key={turn} y1="-17" y2="-14" transform={`rotate(${turn})`} />
      ))}
      <line className="hand" y1="0" y2="-9" transform={`rotate(${hands.hour})`} />
      <line className="hand" y1="0" y2="-14" transform={`rotate(${hands.minute})`} />
    </svg>
  );
}

/** What one reads before one's first decision, and what not every seat knows: whole while it is new, to be opened later. */
export function Knowing({ view }: Pick<Props, 'view'>) {
  if (view.brief === null && view.facts.length === 0) return null;
  return (
    <div className="player-knowing">
      {view.brief !== null && (
        <section className="brief">
          <h2>{view.brief.heading}</h2>
          <Blocks blocks={view.brief.blocks} />
        </section>
      )}
      {view.facts.map(({ known, told }) => (
        <section className="knowing" key={known}>
          <h2>{known}</h2>
          {told.map(({ heading, blocks, isNew }) => (
            <details key={heading} open={isNew}>
              <summary>{heading}</summary>
              <Blocks blocks={blocks} />
            </details>
          ))}
        </section>
      ))}
    </div>
  );
}

/** While somebody else decides: whom one waits for, a way to look again, and after a long silence a way to go on. */
export function WaitingRoom({ view, words, action }: Props & { readonly action: string }) {
  const { waiting } = view;
  if (waiting === null) return null;
  return (
    <section className="waiting">
      <p className="waiting-for">{waiting.text}</p>
      <a className="button quiet" href={action}>
        {words.lookAgain}
      </a>
      {waiting.handOver !== null && (
        <form method="post" action={action}>
          <p>{waiting.handOver.text}</p>
          <input type="hidden" name="act" value="hand-over" />
          <input type="hidden" name="seat" value={waiting.handOver.seat} />
          <button type="submit" className="button quiet">
            {words.handOver}
          </button>
        </form>
      )}
    </section>
  );
}

/** While others wait for oneself: says so, and lets one say that one is still thinking. */
export function Awaited({ view, words, action }: Props & { readonly action: string }) {
  if (view.awaited === null) return null;
  return (
    <form method="post" action={action} className="awaited">
      <p>{view.awaited}</p>
      <input type="hidden" name="act" value="here" />
      <button type="submit" className="button quiet">
        {words.stillHere}
      </button>
    </form>
  );
}
