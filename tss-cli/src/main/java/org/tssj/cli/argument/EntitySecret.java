package org.tssj.cli.argument;

import java.util.Map;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * The secret of something a policy asks for, written as {@code ENTITY=SECRET}: {@code
 * owner=file:password}, {@code 0x01500001=env:PIN}.
 *
 * @param entity the entity, without its Name
 * @param source where the secret comes from
 */
public record EntitySecret(Handle entity, SecretSource source) {

  private static final Map<String, Handle> HIERARCHIES =
      Map.of(
          "owner", Handle.OWNER,
          "endorsement", Handle.ENDORSEMENT,
          "lockout", Handle.LOCKOUT,
          "platform", Handle.PLATFORM);

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat a secret
   */
  public static EntitySecret parse(String text) {
    int equals = text.indexOf('=');
    String entity = equals < 0 ? "" : text.substring(0, equals);
    Handle hierarchy = HIERARCHIES.get(entity);
    if (hierarchy == null && !entity.matches("0x[0-9a-fA-F]{8}")) {
      throw new IllegalArgumentException(
          "a secret of a policy is written as ENTITY=SECRET, where ENTITY is owner, endorsement,"
              + " lockout, platform or a handle");
    }
    return new EntitySecret(
        hierarchy == null
            ? Handle.of(Integer.parseUnsignedInt(entity.substring(2), 16))
            : hierarchy,
        SecretSource.parse(text.substring(equals + 1)));
  }
}
