package org.tssj.cli.output;

/**
 * What a verb has to say, in both forms, and how it ends.
 *
 * @param json what {@link Json} writes: the same facts as the text, under stable names
 * @param text for people; whole lines, or empty where there is nothing to say
 * @param exitCode one of {@link ExitCode}
 */
public record Report(Object json, String text, int exitCode) {

  /** A report of something done. */
  public static Report done(Object json, String text) {
    return new Report(json, text, ExitCode.DONE);
  }
}
