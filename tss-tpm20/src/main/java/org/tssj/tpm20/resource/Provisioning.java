package org.tssj.tpm20.resource;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tssj.core.AuthValue;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.capability.PermanentAttributes;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.template.EkTemplate;
import org.tssj.tpm20.template.Templates;

/**
 * Makes a TPM ready for use: passwords for its hierarchies, a storage root key and endorsement keys
 * where everybody looks for them. Each step may be done again: what is there is left as it is.
 *
 * @see "TCG TPM v2.0 Provisioning Guidance, 7 TPM 2.0 Provisioning"
 */
public final class Provisioning {

  /** Where the storage root key is by convention. */
  public static final Handle SRK = Handle.of(0x8100_0001);

  /** Where the endorsement key with RSA 2048 is by convention, template L-1. */
  public static final Handle EK_RSA = Handle.of(0x8101_0001);

  /** Where the endorsement key on P-256 is by convention, template L-2. */
  public static final Handle EK_ECC = Handle.of(0x8101_0002);

  private final Tpm20 tpm;
  private final PersistentObjects persistent;

  private Provisioning(Tpm20 tpm) {
    this.tpm = tpm;
    this.persistent = PersistentObjects.of(tpm);
  }

  /** That of this TPM. */
  public static Provisioning of(Tpm20 tpm) {
    return new Provisioning(tpm);
  }

  /**
   * The storage root key on P-256 at {@link #SRK}, made where nothing is there.
   *
   * @param owner how the owner authorises its making
   * @return its handle, with its Name
   */
  public Handle storageRootKey(Authorization owner) throws IOException {
    return storageRootKey(Templates.storageRootKeyEcc(), AuthValue.EMPTY, owner);
  }

  /**
   * The storage root key at {@link #SRK}, made where nothing is there.
   *
   * @param template its kind, if it is made
   * @param authValue its auth value, if it is made; empty is what others expect
   * @param owner how the owner authorises its making
   * @return its handle, with its Name
   */
  public Handle storageRootKey(Public template, AuthValue authValue, Authorization owner)
      throws IOException {
    return primary(Handle.OWNER, template, authValue, SRK, List.of(owner), List.of(owner));
  }

  /**
   * An endorsement key, at {@link #EK_RSA} or {@link #EK_ECC}, made where nothing is there.
   *
   * @param template L-1 or L-2, which have a place of their own; another one goes where {@link
   *     #primaryKey} is told
   * @param endorsement how the endorsement hierarchy authorises its making
   * @param owner how the owner authorises its place
   * @return its handle, with its Name
   */
  public Handle endorsementKey(EkTemplate template, Authorization endorsement, Authorization owner)
      throws IOException {
    if (!template.isLowRange()) {
      throw new IllegalArgumentException(
          "the key of template " + template + " has no place by convention: use primaryKey()");
    }
    return primary(
        Handle.ENDORSEMENT,
        template.template(),
        AuthValue.EMPTY,
        template == EkTemplate.L_1 ? EK_RSA : EK_ECC,
        List.of(endorsement),
        List.of(owner));
  }

  /**
   * Any primary key without an auth value, at this place, made where nothing is there.
   *
   * @param hierarchy TPM_RH_OWNER or TPM_RH_ENDORSEMENT
   * @param making how the hierarchy authorises its making
   * @param owner how the owner authorises its place
   * @return its handle, with its Name
   * @throws IllegalStateException if another kind of key is there
   */
  public Handle primaryKey(
      Handle hierarchy, Public template, Handle place, Authorization making, Authorization owner)
      throws IOException {
    return primary(hierarchy, template, AuthValue.EMPTY, place, List.of(making), List.of(owner));
  }

  private Handle primary(
      Handle hierarchy,
      Public template,
      AuthValue authValue,
      Handle place,
      List<Authorization> making,
      List<Authorization> owner)
      throws IOException {
    if (persistent.has(place)) {
      Handle there = tpm.name(place);
      requireLike(template, tpm.execute(new ReadPublic(there)).outPublic(), place);
      return there;
    }
    try (LoadedObject made =
        tpm.createPrimary(hierarchy, template, authValue, making.toArray(new Authorization[0]))) {
      return persistent.persist(made, place, owner.toArray(new Authorization[0]));
    }
  }

  /** A key that somebody else put there may have been made from zeros, but not for another use. */
  private static void requireLike(Public template, Public there, Handle place) {
    if (!there.type().equals(template.type())
        || there.objectAttributes().has(ObjectAttributes.DECRYPT)
            != template.objectAttributes().has(ObjectAttributes.DECRYPT)
        || there.objectAttributes().has(ObjectAttributes.RESTRICTED)
            != template.objectAttributes().has(ObjectAttributes.RESTRICTED)) {
      throw new IllegalStateException(
          "another kind of key is at "
              + place
              + ": "
              + there.type()
              + " "
              + there.objectAttributes());
    }
  }

  /**
   * TPM2_HierarchyChangeAuth: changes the password of a hierarchy, encrypted on its way for whoever
   * listens on the bus.
   *
   * @param hierarchy TPM_RH_OWNER, TPM_RH_ENDORSEMENT, TPM_RH_LOCKOUT or TPM_RH_PLATFORM
   * @param before its password so far, empty on a new TPM
   * @param after its password from now on
   * @param saltKey a key of this TPM that decrypts, as {@link #storageRootKey} returns
   */
  public void changePassword(Handle hierarchy, AuthValue before, AuthValue after, Handle saltKey)
      throws IOException {
    Public key = tpm.execute(new ReadPublic(saltKey)).outPublic();
    if (!key.name().equals(saltKey.requireName("saltKey"))) {
      throw new TpmAuthenticityException("TPM2_ReadPublic", "it is another key's public area");
    }
    try (Session session = tpm.startSession().saltedWith(saltKey, key).start()) {
      tpm.execute(
          new HierarchyChangeAuth(hierarchy, after), session.authorize(before).encryptingCommand());
    }
  }

  /** Which hierarchies have a password: TPM_RH_OWNER, TPM_RH_ENDORSEMENT, TPM_RH_LOCKOUT. */
  public Set<Handle> passwords() throws IOException {
    PermanentAttributes permanent = Capabilities.of(tpm).permanent();
    Set<Handle> set = new LinkedHashSet<>();
    if (permanent.ownerAuthSet()) {
      set.add(Handle.OWNER);
    }
    if (permanent.endorsementAuthSet()) {
      set.add(Handle.ENDORSEMENT);
    }
    if (permanent.lockoutAuthSet()) {
      set.add(Handle.LOCKOUT);
    }
    return set;
  }
}
