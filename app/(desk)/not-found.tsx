import { NotFoundNote } from '@/components/shell/not-found-note';

/** An import or a customer that is not there, beside the navigation, whose frame is the main landmark already. */
export default function NotFound() {
  return (
    <div className="lone-page">
      <NotFoundNote />
    </div>
  );
}
