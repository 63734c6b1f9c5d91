print("init deep")
