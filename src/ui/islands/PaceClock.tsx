import { useEffect, useState } from 'react';
import type { PaceView, PlayerWords } from '../components/scenario/player-view.ts';

type Props = {
  readonly pace: PaceView;
  readonly words: PlayerWords;
  /** Milliseconds since the page was asked for, when this pace was said. */
  readonly saidAt: number;
};

const STEP_MS = 5_000;

/**
 * One's own pace: by when one would have had to decide, and in the browser what is left, in steps of five seconds. Only
 * the half and the end are spoken. When it is over, nothing is taken away.
 */
export function PaceClock({ pace, words, saidAt }: Props) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setLeft(Math.max(0, pace.left - (performance.now() - saidAt)));
    look();
    const timer = setInterval(look, STEP_MS);
    return () => clearInterval(timer);
  }, [pace, saidAt]);

  const isOver = left === 0;
  const isHalf = left !== null && left <= pace.whole / 2;
  return (
    <div className="pace">
      <p>
        {isOver ? words.paceOver : pace.by}
        {left !== null && !isOver && (
          <span className="pace-left" aria-hidden="true">
            {words.paceLeft} <span className="number">{sayLeft(left)}</span>
          </span>
        )}
      </p>
      {left !== null && (
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="track" width="100" height="4" />
          <rect className="fill" width={Math.min(100, (100 * left) / pace.whole)} height="4" />
        </svg>
      )}
      <p className="visually-hidden" role="status">
        {isOver ? words.paceOver : isHalf ? words.paceHalf : ''}
      </p>
    </div>
  );
}

/** Rounded up to whole steps, so that it does not tick. */
function sayLeft(left: number): string {
  const seconds = Math.ceil(left / STEP_MS) * (STEP_MS / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
