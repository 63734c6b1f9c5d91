def tool():
    return 'tool of ' + __package__
