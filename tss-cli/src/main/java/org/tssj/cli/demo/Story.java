package org.tssj.cli.demo;

import java.io.PrintStream;

/** Tells a story on a terminal: headings, paragraphs of at most 80 columns, and facts. */
public final class Story {

  private static final int WIDTH = 80;
  private static final String MARGIN = "   ";
  private static final int LABEL = 10;

  private final PrintStream out;
  private int step;

  /** A story told on {@code out}. */
  public Story(PrintStream out) {
    this.out = out;
  }

  /** Says what the story is about. */
  public void open(String title, String sentences) {
    out.println(title);
    out.println();
    wrapped("", sentences);
  }

  /** Begins a chapter; its steps count from 1. */
  void chapter(String title) {
    step = 0;
    out.println();
    out.println(title);
    out.println("=".repeat(title.length()));
    out.println();
  }

  /** Begins a step. */
  void step(String title) {
    step++;
    out.printf("%n%d. %s%n", step, title);
  }

  /** Tells something in sentences. */
  void say(String sentences) {
    wrapped(MARGIN, sentences);
  }

  /** Shows a command to try; it stands on one line, so that it can be copied. */
  void command(String line) {
    out.println(MARGIN + MARGIN + line);
  }

  /** Separates what is told from what was found. */
  void pause() {
    out.println();
  }

  /** States something that was found. */
  void fact(String label, Object value) {
    out.println(MARGIN + padded(label) + value);
  }

  /** States something that takes more than a line. */
  void explain(String label, String text) {
    wrapped(MARGIN + padded(label), text);
  }

  private static String padded(String label) {
    return label + " ".repeat(Math.max(1, LABEL + 1 - label.length()));
  }

  private void wrapped(String first, String text) {
    String indent = " ".repeat(first.length());
    StringBuilder line = new StringBuilder(first);
    for (String word : text.split(" ", -1)) {
      boolean empty = line.length() == indent.length();
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
    }
    out.println(line);
  }
}
