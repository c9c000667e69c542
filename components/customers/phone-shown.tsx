import classes from './fact-list.module.css';

/** A phone as it was sent, to be called by its E.164 form, which stands beside it where it is written in another way. */
export function PhoneShown({ text, e164 }: { text: string; e164: string | null }) {
  if (e164 === null) return text;
  return (
    <>
      <a href={`tel:${e164}`}>{text}</a>
      {text !== e164 && <span className={classes.blank}> {e164}</span>}
    </>
  );
}
