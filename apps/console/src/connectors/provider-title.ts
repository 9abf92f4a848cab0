/** A service's name as its makers write it: their names are plain words with a capital. */
export function providerTitle(provider: string): string {
  return provider.charAt(0).toUpperCase() + provider.slice(1);
}
