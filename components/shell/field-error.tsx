import classes from './field-error.module.css';
import { Icon } from './icon';

/** The message at a field: never colour alone. */
export function FieldError({ message }: { message: string }) {
  return (
    <span className={classes.root}>
      <Icon name="error" size={14} />
      {message}
    </span>
  );
}
