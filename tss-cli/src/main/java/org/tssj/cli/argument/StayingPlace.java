package org.tssj.cli.argument;

import java.util.UUID;

/** Where a key shall stay: at a persistent handle, or under a UUID. */
public final class StayingPlace {

  private StayingPlace() {}

  /**
   * Reads the text form: a persistent handle, {@code uuid:UUID}, or {@code uuid:new} for one that
   * nobody has.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static KeyName parse(String text) {
    if (text.equals("uuid:new")) {
      return new KeyName.Registered(UUID.randomUUID());
    }
    KeyName name = KeyName.parse(text);
    if (name instanceof KeyName.Stored) {
      throw new IllegalArgumentException(
          "a key stays at a persistent handle, 0x81000000 to 0x81ffffff, or under uuid:UUID or"
              + " uuid:new, not \""
              + text
              + "\"");
    }
    return name;
  }
}
