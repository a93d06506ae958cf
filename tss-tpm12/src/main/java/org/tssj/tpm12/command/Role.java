package org.tssj.tpm12.command;

/**
 * An authorisation that a command takes: whose secret it proves.
 *
 * @param name as the specification names its HMAC, without what tells the two HMACs of a command
 *     apart: {@code ownerAuth}, {@code keyAuth}
 * @param required whether the command is refused without it; one that is not is left out for keys
 *     with TPM_AUTH_NEVER
 */
public record Role(String name, boolean required) {

  /** One that the command never goes without. */
  public static Role required(String name) {
    return new Role(name, true);
  }

  /** One that is left out for what has no secret. */
  public static Role optional(String name) {
    return new Role(name, false);
  }
}
