package org.tssj.tpm20.structure.handle;

import java.util.Arrays;
import java.util.function.Predicate;
import org.tssj.core.wire.Restricted;

/**
 * TPMI_DH, TPMI_SH and TPMI_RH: which handles may stand where. A command refuses others before it
 * is sent. Where a permanent handle is allowed that says a hierarchy, so are those that the
 * specification may still give out.
 *
 * @see "TPM 2.0 Library, Part 2, 9 Interface Types"
 */
public final class HandleInterface {

  private static final Handle TRANSIENT_0 = Handle.of(0x8000_0000);
  private static final Handle PERSISTENT_0 = Handle.of(0x8100_0000);
  private static final Handle NV_0 = Handle.of(0x0100_0000);
  private static final Handle HMAC_0 = Handle.of(0x0200_0000);
  private static final Handle POLICY_0 = Handle.of(0x0300_0000);
  private static final Handle ACT_0 = Handle.of(0x4000_0110);
  private static final int LAST_ACT = 0x4000_011f;

  private static final Predicate<Handle> OBJECT = ofType(0x80, 0x81);
  private static final Predicate<Handle> NV = ofType(0x01, 0x11, 0x12);
  private static final Predicate<Handle> TIMER = between(0x4000_0110, LAST_ACT);

  /** Firmware-limited hierarchies and what may follow them. */
  private static final Predicate<Handle> NEWER =
      handle ->
          handle.type() == 0x40 && Integer.compareUnsigned(handle.value(), LAST_ACT) > 0;

  private static final Predicate<Handle> HIERARCHY =
      NEWER.or(oneOf(Handle.OWNER, Handle.PLATFORM, Handle.ENDORSEMENT));

  /** TPMI_DH_OBJECT: a loaded or persistent object. */
  public static final Restricted<Handle> DH_OBJECT =
      type(
          "TPMI_DH_OBJECT",
          "a loaded (0x80...) or persistent (0x81...) object",
          OBJECT,
          TRANSIENT_0,
          PERSISTENT_0);

  /** TPMI_DH_PARENT: what a new object may be under. */
  public static final Restricted<Handle> DH_PARENT =
      type(
          "TPMI_DH_PARENT",
          "an object or a hierarchy",
          OBJECT.or(HIERARCHY),
          TRANSIENT_0,
          Handle.OWNER);

  /** TPMI_DH_PERSISTENT: a persistent object. */
  public static final Restricted<Handle> DH_PERSISTENT =
      type(
          "TPMI_DH_PERSISTENT",
          "a persistent handle (0x81...)",
          ofType(0x81),
          PERSISTENT_0);

  /** TPMI_DH_ENTITY: what has an auth value. */
  public static final Restricted<Handle> DH_ENTITY =
      type(
          "TPMI_DH_ENTITY",
          "an object, NV index, PCR or hierarchy",
          OBJECT
              .or(NV)
              .or(HIERARCHY)
              .or(ofType(0x00))
              .or(oneOf(Handle.LOCKOUT))
              .or(between(0x4000_0010, LAST_ACT)),
          Handle.OWNER,
          TRANSIENT_0,
          NV_0);

  /** TPMI_DH_PCR: a PCR. */
  public static final Restricted<Handle> DH_PCR =
      type("TPMI_DH_PCR", "a PCR", ofType(0x00), Handle.pcr(0), Handle.pcr(23));

  /** TPMI_SH_AUTH_SESSION: a session; TPM_RS_PW where a password is allowed. */
  public static final Restricted<Handle> SH_AUTH_SESSION =
      type("TPMI_SH_AUTH_SESSION", "a session", ofType(0x02, 0x03), HMAC_0, POLICY_0);

  /** TPMI_SH_HMAC: an HMAC session. */
  public static final Restricted<Handle> SH_HMAC =
      type("TPMI_SH_HMAC", "an HMAC session (0x02...)", ofType(0x02), HMAC_0);

  /** TPMI_SH_POLICY: a policy or trial session. */
  public static final Restricted<Handle> SH_POLICY =
      type("TPMI_SH_POLICY", "a policy or trial session (0x03...)", ofType(0x03), POLICY_0);

  /** TPMI_DH_CONTEXT: what has a context that can be saved. */
  public static final Restricted<Handle> DH_CONTEXT =
      type(
          "TPMI_DH_CONTEXT",
          "a session or a loaded object",
          ofType(0x02, 0x03, 0x80),
          HMAC_0,
          POLICY_0,
          TRANSIENT_0);

  /** TPMI_DH_SAVED: the handle in a saved context. */
  public static final Restricted<Handle> DH_SAVED =
      type(
          "TPMI_DH_SAVED",
          "a session or 0x80000000 to 0x80000002",
          ofType(0x02, 0x03).or(between(0x8000_0000, 0x8000_0002)),
          HMAC_0,
          TRANSIENT_0);

  /** TPMI_RH_HIERARCHY: a hierarchy. */
  public static final Restricted<Handle> RH_HIERARCHY =
      type(
          "TPMI_RH_HIERARCHY",
          "TPM_RH_OWNER, TPM_RH_PLATFORM or TPM_RH_ENDORSEMENT",
          HIERARCHY,
          Handle.OWNER,
          Handle.PLATFORM,
          Handle.ENDORSEMENT);

  /** TPMI_RH_ENABLES: what can be switched on and off. */
  public static final Restricted<Handle> RH_ENABLES =
      type(
          "TPMI_RH_ENABLES",
          "TPM_RH_OWNER, TPM_RH_PLATFORM, TPM_RH_ENDORSEMENT or TPM_RH_PLATFORM_NV",
          HIERARCHY.or(oneOf(Handle.PLATFORM_NV)),
          Handle.OWNER,
          Handle.PLATFORM_NV);

  /** TPMI_RH_HIERARCHY_AUTH: a hierarchy with an auth value of its own. */
  public static final Restricted<Handle> RH_HIERARCHY_AUTH =
      type(
          "TPMI_RH_HIERARCHY_AUTH",
          "TPM_RH_OWNER, TPM_RH_PLATFORM, TPM_RH_ENDORSEMENT or TPM_RH_LOCKOUT",
          HIERARCHY.or(oneOf(Handle.LOCKOUT)),
          Handle.OWNER,
          Handle.LOCKOUT);

  /** TPMI_RH_HIERARCHY_POLICY: what has a policy of its own. */
  public static final Restricted<Handle> RH_HIERARCHY_POLICY =
      type(
          "TPMI_RH_HIERARCHY_POLICY",
          "TPM_RH_OWNER, TPM_RH_PLATFORM, TPM_RH_ENDORSEMENT, TPM_RH_LOCKOUT or a timer",
          HIERARCHY.or(oneOf(Handle.LOCKOUT)).or(TIMER),
          Handle.OWNER,
          Handle.LOCKOUT,
          ACT_0);

  /** TPMI_RH_PLATFORM: the platform. */
  public static final Restricted<Handle> RH_PLATFORM = permanent("PLATFORM", Handle.PLATFORM);

  /** TPMI_RH_OWNER: the owner. */
  public static final Restricted<Handle> RH_OWNER = permanent("OWNER", Handle.OWNER);

  /** TPMI_RH_ENDORSEMENT: the endorsement hierarchy. */
  public static final Restricted<Handle> RH_ENDORSEMENT =
      permanent("ENDORSEMENT", Handle.ENDORSEMENT);

  /** TPMI_RH_PROVISION: who may define and persist. */
  public static final Restricted<Handle> RH_PROVISION =
      permanent("PROVISION", Handle.OWNER, Handle.PLATFORM);

  /** TPMI_RH_CLEAR: who may clear. */
  public static final Restricted<Handle> RH_CLEAR =
      permanent("CLEAR", Handle.LOCKOUT, Handle.PLATFORM);

  /** TPMI_RH_LOCKOUT: lockout. */
  public static final Restricted<Handle> RH_LOCKOUT = permanent("LOCKOUT", Handle.LOCKOUT);

  /** TPMI_RH_NV_AUTH: who may use an NV index. */
  public static final Restricted<Handle> RH_NV_AUTH =
      type(
          "TPMI_RH_NV_AUTH",
          "TPM_RH_PLATFORM, TPM_RH_OWNER or the NV index",
          NV.or(oneOf(Handle.PLATFORM, Handle.OWNER)),
          Handle.OWNER,
          Handle.PLATFORM,
          NV_0);

  /** TPMI_RH_NV_INDEX: an NV index. */
  public static final Restricted<Handle> RH_NV_INDEX =
      type("TPMI_RH_NV_INDEX", "an NV index (0x01...)", NV, NV_0, Handle.of(0x01ff_ffff));

  /** TPMI_RH_NV_DEFINED_INDEX: an NV index that somebody defined. */
  public static final Restricted<Handle> RH_NV_DEFINED_INDEX =
      type("TPMI_RH_NV_DEFINED_INDEX", "an NV index (0x01...)", NV, NV_0);

  /** TPMI_RH_NV_EXP_INDEX: an NV index that may be kept outside. */
  public static final Restricted<Handle> RH_NV_EXP_INDEX =
      type(
          "TPMI_RH_NV_EXP_INDEX",
          "an external NV index (0x11...)",
          NV,
          Handle.of(0x1100_0000));

  /** TPMI_RH_AC: an attached component. */
  public static final Restricted<Handle> RH_AC =
      type("TPMI_RH_AC", "an attached component (0x90...)", ofType(0x90), Handle.of(0x9000_0000));

  /** TPMI_RH_ACT: a timer. */
  public static final Restricted<Handle> RH_ACT =
      type("TPMI_RH_ACT", "a timer, 0x40000110 to 0x4000011f", TIMER, ACT_0);

  private HandleInterface() {}

  private static Restricted<Handle> permanent(String name, Handle... allowed) {
    String words = Arrays.toString(allowed).replaceAll("[\\[\\]]", "").replace(", ", " or ");
    return type("TPMI_RH_" + name, words, oneOf(allowed), allowed);
  }

  private static Restricted<Handle> type(
      String name, String words, Predicate<Handle> allowed, Handle... samples) {
    return Restricted.restricted(name, Handle.CODEC, words, allowed, samples);
  }

  private static Predicate<Handle> oneOf(Handle... handles) {
    return Arrays.asList(handles)::contains;
  }

  private static Predicate<Handle> ofType(int... types) {
    return handle -> Arrays.stream(types).anyMatch(type -> type == handle.type());
  }

  private static Predicate<Handle> between(int first, int last) {
    return handle ->
        Integer.compareUnsigned(handle.value(), first) >= 0
            && Integer.compareUnsigned(handle.value(), last) <= 0;
  }
}
