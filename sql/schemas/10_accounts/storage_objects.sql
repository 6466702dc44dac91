-- Who may touch which file. Clients write to the private bucket uploads alone, each in the folder of their own id, and
-- never over a file that is there: without a policy for update nothing is overwritten or moved. The functions write
-- everything else with the secret key, which no policy binds.
create policy uploads_insert_owner on storage.objects
  for insert to authenticated
  with check (bucket_id = 'uploads' and private.is_own_file(name));

create policy files_select_owner on storage.objects
  for select to authenticated
  using (bucket_id in ('uploads', 'progress-photos', 'imports', 'exports') and private.is_own_file(name));

create policy uploads_delete_owner on storage.objects
  for delete to authenticated
  using (bucket_id = 'uploads' and private.is_own_file(name));
