package org.tssj.cli.demo;

/** Something did not happen as the story tells it. */
public final class StoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoryException(String message) {
    super(message);
  }
}
