package org.tssj.simulator.hostile;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/**
 * What the commands of these tests need, made in peace.
 *
 * @param tpm executes them
 * @param parent a storage key with {@link #PASSWORD}
 * @param key a signing key with {@link #PASSWORD}
 * @param child a key under {@code parent} that is not loaded
 */
record Bench(Tpm20 tpm, LoadedObject parent, LoadedObject key, Create.Response child)
    implements AutoCloseable {

  /** Of everything here, the storage hierarchy included. */
  static final AuthValue PASSWORD = AuthValue.utf8("nobody knows");

  static Bench over(Meddler meddler) throws IOException {
    Tpm20 tpm = Tpm20.over(meddler);
    tpm.execute(new HierarchyChangeAuth(Handle.OWNER, PASSWORD));
    Authorization owner = Authorization.password(PASSWORD);
    LoadedObject parent =
        tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), PASSWORD, owner);
    LoadedObject key =
        tpm.createPrimary(Handle.OWNER, patient(Templates.signingKeyEcc()), PASSWORD, owner);
    return new Bench(
        tpm, parent, key, tpm.execute(creation(parent), Authorization.password(PASSWORD)));
  }

  /** A key that does not count wrong passwords: there are many here. */
  private static Public patient(Public template) {
    return template.withAttributes(template.objectAttributes().with(ObjectAttributes.NO_DA));
  }

  /** Makes a key under {@code parent}, of the kind that is made the fastest. */
  static Create creation(LoadedObject parent) {
    return new Create(
        parent.handle(),
        SensitiveCreate.withAuth(PASSWORD),
        Templates.hmacKey(AlgorithmId.SHA256),
        Bytes.EMPTY,
        List.of());
  }

  /** A session whose key nobody else knows: bound to the storage hierarchy. */
  Session session() throws IOException {
    return tpm.startSession().boundTo(Handle.OWNER, PASSWORD).start();
  }

  @Override
  public void close() {
    key.close();
    parent.close();
  }
}
