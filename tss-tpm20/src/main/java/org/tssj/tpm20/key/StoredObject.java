package org.tssj.tpm20.key;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.duplication.Import;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.protection.Duplicates;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Sensitive;
import org.tssj.tpm20.structure.object.SensitiveCreate;

/**
 * An object that is kept outside of the TPM: its two areas, of which the private one can be read by
 * its parent only.
 *
 * @param publicArea the public area
 * @param privateArea TPM2B_PRIVATE without its size
 */
public record StoredObject(Public publicArea, Bytes privateArea) {

  /**
   * TPM2_Create: the TPM makes an object under a parent.
   *
   * @param template what it shall be
   * @param sensitive its auth value, and its data where the caller brings that
   * @param authorizations for the parent, then further sessions
   */
  public static StoredObject create(
      Tpm20 tpm,
      LoadedObject parent,
      Public template,
      SensitiveCreate sensitive,
      Authorization... authorizations)
      throws IOException {
    Create.Response made =
        tpm.execute(
            new Create(parent.handle(), sensitive, template, Bytes.EMPTY, List.of()),
            authorizations);
    return new StoredObject(made.outPublic(), made.outPrivate());
  }

  /**
   * TPM2_Import: an object of this process goes under a parent, wrapped so that nobody else can
   * read it on its way.
   *
   * @param parent a storage key whose public area is trusted
   * @param publicArea without fixedTPM and fixedParent; see {@code PublicKeys.toTpm}
   * @param sensitive the rest; see {@code PrivateKeys.toTpm}
   * @param authorizations for the parent, then further sessions
   */
  public static StoredObject imported(
      Tpm20 tpm,
      LoadedObject parent,
      Public publicArea,
      Sensitive sensitive,
      Authorization... authorizations)
      throws IOException {
    Duplicate.Response wrapped = Duplicates.wrap(publicArea, sensitive, parent.publicArea());
    Bytes privateArea =
        tpm.execute(
                new Import(
                    parent.handle(),
                    AuthValue.EMPTY,
                    publicArea,
                    wrapped.duplicate(),
                    wrapped.outSymSeed(),
                    SymDef.NULL),
                authorizations)
            .outPrivate();
    return new StoredObject(publicArea, privateArea);
  }

  /**
   * Loads it.
   *
   * @param parent the parent it was made under
   * @param authorizations for the parent, then further sessions
   * @return the object, which {@link LoadedObject#close()} flushes
   */
  public LoadedObject load(Tpm20 tpm, LoadedObject parent, Authorization... authorizations)
      throws IOException {
    return tpm.load(parent.handle(), privateArea, publicArea, authorizations);
  }
}
