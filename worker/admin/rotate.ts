import { type Place, rotateKey } from './rotate-key';

const whole = new Intl.NumberFormat('en');

/** `rotate-key`: changes the secret key and says what to do next. @returns the exit code */
export async function rotate(place: Place): Promise<number> {
  try {
    const rows = await rotateKey(place);
    console.log(`The secret key is changed: ${whole.format(rows)} rows were sealed anew, and everyone signs in again.`);
    if (process.env.SECRET_KEY) console.log('Set SECRET_KEY to the new key before the next start.');
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
